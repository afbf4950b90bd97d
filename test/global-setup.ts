import { compileKernel } from '../build/assemblyscript.ts';

/** The tests run the real kernel, so it is built before any of them starts. */
export default async function setup(): Promise<void> {
  await compileKernel();
}
