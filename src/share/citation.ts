/** As package.json and CITATION.cff have it; a test compares them. */
export const softwareVersion = '0.1.0';

/** The study that this program follows, as an entry for BibTeX; braces keep the capitals of titles. */
export const studyEntry = `@inproceedings{lorenzen2022information,
  title = {{Information Bottleneck: Exact Analysis of (Quantized) Neural Networks}},
  author = {Lorenzen, Stephan Sloth and Igel, Christian and Nielsen, Mads},
  booktitle = {International Conference on Learning Representations},
  year = {2022},
  url = {https://openreview.net/forum?id=kF9DZQQrU0w}
}`;

/**
 * This program as an entry for BibTeX, whose styles know no kind of it and no `version`.
 *
 * @param page its address, without a query
 * @param arithmetic the version of its arithmetic, which results depend on
 */
export function softwareEntry(page: string, arithmetic: number): string {
  return `@misc{infoplane,
  title   = {{Infoplane}: an interactive explorer of the information plane},
  author  = {{Infoplane contributors}},
  year    = {2026},
  url     = {${page}},
  note    = {Version ${softwareVersion}, arithmetic version ${arithmetic}}
}`;
}
