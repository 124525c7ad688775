/** Every script that one script of a built extension may ever load, itself included; absolute paths. */
export function scriptsOf(output: string, script: string): string[];
/** The scripts that a page of a built extension loads before it can paint; absolute paths. */
export function firstPaintOf(output: string, page: string): string[];
