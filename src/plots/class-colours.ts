/**
 * Class 0 and class 1, wherever a colour says which: on maps, in bars, as marks. The same in both themes, 3:1 on either
 * panel; apart in lightness, and in blue and orange, which hardly anyone confuses.
 */
export const classPair = ['#2f68bd', '#d67600'] as const;
