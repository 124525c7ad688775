import './kbd.css';

/** A key, shown where it acts. Decoration: whoever listens hears the key from `aria-keyshortcuts`. */
export const Kbd = ({ keys }: { keys: string }) => (
  <kbd class="kbd" aria-hidden="true">
    {keys}
  </kbd>
);
