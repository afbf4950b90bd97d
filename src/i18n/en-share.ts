/** The words of the dialog that shares a run, and of what a link claims of its result, by key. Loaded with them. */
export const shareWords = {
  'share.link': 'Link',
  'share.copyLink': 'Copy link',
  'share.copy': 'Copy',
  'share.copied': 'Copied.',
  'share.blocked': 'Copying is blocked here, so the text is selected: copy it by hand.',
  'share.carries': 'What the link carries',
  'share.settings': 'All settings: whoever opens it trains the same run, bit for bit.',
  'share.result': 'The result, for a verified link',
  'share.resultNote':
    'Whoever opens it is told whether their device reproduced the result, or between which epochs the runs part.',
  'share.noResult': 'There is a result once the run has ended on this device.',
  'share.view': 'The view as it stands',
  'share.viewNone': 'Nothing is chosen in the view yet.',
  'share.viewIs': 'It opens with {view}.',
  'share.viewAt': 'epoch {epoch}',
  'share.viewRuler': 'the ruler “{ruler}”',
  'share.viewChance': 'the band by chance',
  'share.viewLayer': '{layer} picked',
  'share.viewZoom': 'the plane zoomed',
  'share.say': 'Words shown with it, up to {most} characters',
  'share.language': 'The language: the page opens in English',
  'share.qr': 'QR code of this link',
  'share.qrLabel': 'QR code of the link',
  'share.qrTooLong': 'This link is too long for a QR code.',
  'share.qrLarge': 'Fill the screen',
  'share.qrHint': 'Scan to open this run on {host}',
  'share.qrClose': 'Close the large QR code',
  'share.embed': 'Inside another page',
  'share.embedTitle': 'Infoplane: {sentence}',
  'share.copyEmbed': 'Copy the HTML',
  'share.citeStudy': 'The study, for BibTeX',
  'share.copyStudy': 'Copy the citation of the study',
  'share.citeSoftware': 'This software, for BibTeX',
  'share.copySoftware': 'Copy the citation of the software',

  'claim.open': 'The link names the result of this run: it is compared while the run goes on.',
  'claim.openUntil':
    'The link names the result of this run: both agree so far, compared up to epoch {until}.',
  'claim.openAll':
    'The link names the result of all {repeats} repeats together: it is compared once they are done.',
  'claim.reproduced':
    'Reproduced: this device came to the result that the link names, {fingerprint}, in every bit.',
  'claim.reproducedAll':
    'Reproduced: the {repeats} repeats together came to the result that the link names, {fingerprint}, on this device, in every bit.',
  'claim.differs':
    'Not reproduced: this run and the link’s result agree up to epoch {after} and differ by epoch {by}.',
  'claim.differsSoon': 'Not reproduced: this run and the link’s result differ by epoch {by} already.',
  'claim.parts':
    'This run and the link’s result agree up to epoch {after} and differ by epoch {by}. The end of the run decides.',
  'claim.partsSoon':
    'This run and the link’s result differ by epoch {by} already. The end of the run decides.',
  'claim.changed':
    'The link was changed or damaged: what it says of epoch {at} does not belong to the rest of its result. The end of the run is compared.',
  'claim.changedSame':
    'This device came to the result at the end that the link names, {fingerprint}, but what the link says of epoch {at} is not of that run: the link was changed or damaged.',
  'claim.changedOther':
    'Not reproduced: the link names the result {claimed}, and this device came to {found}. The link was changed or damaged: what it says of epoch {at} does not belong to its other epochs.',
  'claim.unchecked': 'Or the settings were changed after the link was made: it has no check of them.',
  'claim.differsEnd':
    'Not reproduced: the link names the result {claimed}, and this device came to {found}. From which epoch on they differ is not in the link.',
  'claim.differsAll':
    'Not reproduced: the link names {claimed} for the {repeats} repeats together, and this device came to {found}.',
  'claim.version':
    'This link was made with version {theirs} of the arithmetic, and this page computes with version {own}: its run need not be the same, so nothing is compared.',
  'claim.openIn': 'Open in version {version}',
  'claim.notBeside': 'Version {theirs} is not beside this page.',
} as const;
