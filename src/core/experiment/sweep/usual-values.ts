import { activationNames } from '../../network/activations.ts';
import { initializerNames } from '../../network/initializers.ts';
import { optimizerNames } from '../../network/optimizers.ts';
import type { Experiment } from '../experiment.ts';
import { formatField } from '../fields.ts';
import type { SweepSetting } from './sweep.ts';

/** Values to begin with, as a list that `parseSweep` reads without a problem. @param base a valid experiment */
export function usualValues(setting: SweepSetting, base: Experiment): string {
  switch (setting) {
    case 'bits':
      return '1..16,float';
    case 'bins':
      return '2..4096*2';
    case 'act':
      return activationNames.join(',');
    case 'lr':
      return '0.00001..0.1*10';
    case 'batch':
      // More images than that do not fit into one step of a convolutional network.
      return base.task === 'mnist' ? '32..512*2' : '32..2048*2,full';
    case 'net':
      return depths(base).join(',');
    case 'opt':
      return optimizerNames.join(',');
    case 'momentum':
      return '0,0.5,0.9,0.99';
    case 'init':
      return initializerNames.join(',');
    case 'seed':
      return base.seed > 4294967287 ? '1..8' : `${base.seed}..${base.seed + 7}`;
    case 'range':
      return 'study,batch,moving,last';
    case 'weights':
      return 'study,quantized,float';
    case 'decay':
      return '0.9,0.99,0.999,0.9999';
    case 'start':
      return '-1..1,-6..6,data';
    case 'fixed':
      return '-0.5..0.5,-1..1,-2..2,-4..4';
    case 'epochs':
      return '500..8000*2';
    case 'prefit':
      return '0,100,1000';
    case 'l1':
    case 'l2':
      return '0,0.0001..0.01*10';
    case 'noise':
      return '0,1/32,1/16,1/8,1/4';
    case 'test':
      return '10..50+10';
    case 'task':
      return base.task === 'mnist' ? 'mnist' : 'icosahedron,majority-11,parity-4,circle,xor,spiral';
  }
}

/** The network with its first hidden layer only, its first two, and so on. */
function depths({ net, act }: Experiment): string[] {
  // One activation a layer fits the whole network only.
  const least = act.length > 1 ? net.length : 1;
  return net.slice(least - 1).map((_, i) => formatField('net', net.slice(0, least + i)));
}
