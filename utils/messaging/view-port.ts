/** Name of the port that views travel on; a frame appends ":" and its nonce. Apart from the parsers: surfaces need only this. */
export const VIEW_PORT = 'views';
