/** Calls `begin` once, when something of the element is in sight: in a frame, of what the page around it shows. */
export function whenSeen(element: Element, begin: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    begin();
  });
  observer.observe(element);
}
