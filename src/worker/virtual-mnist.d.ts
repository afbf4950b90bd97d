/** The packed images of MNIST as a file beside the page; made by build/mnist.ts. */
declare module 'virtual:mnist' {
  export const url: string;
  /** Bytes. */
  export const length: number;
  /** In hexadecimal digits. */
  export const sha256: string;
}
