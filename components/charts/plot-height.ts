/** Class of every panel's plot: panels beside each other line up, and nothing jumps when the figures arrive. */
export const PLOT_HEIGHT = "h-48";
