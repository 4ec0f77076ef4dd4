/** A field that can be read and copied but not changed looks so. */
export const READ_ONLY_LOOK = "border-line! bg-sunken!";
