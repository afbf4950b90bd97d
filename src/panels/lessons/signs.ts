/** In the circles of dots, and beside their names. */
export const signs: readonly string[] = ['A', 'B', 'C', 'D', 'E'];
