import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedParts, readEmbed } from '../../src/share/embed-link.ts';

const parts = (query: string): readonly string[] => [...(readEmbed(query).embed?.parts ?? [])];

describe('an embedded page', () => {
  it('is one where the link says so, with plane and playback, and nothing to edit', () => {
    expect(readEmbed('?bits=4')).toEqual({ embed: null, problems: [] });
    for (const query of ['?embed', 'embed=', 'bits=4&embed&seed=3']) {
      const { embed, problems } = readEmbed(query);
      expect(problems).toEqual([]);
      expect(embed?.canEdit).toBe(false);
      expect([...(embed?.parts ?? [])]).toEqual([
        'title',
        'open',
        'legend',
        'zoom',
        'play',
        'steps',
        'slider',
        'status',
      ]);
    }
  });

  it('shows and hides any part by its name', () => {
    const some = fc.subarray([...embedParts], { minLength: 1 });
    fc.assert(
      fc.property(some, some, (shown, hidden) => {
        const query = `embed=edit&show=${shown.join('-')}&hide=${hidden.join('-')}`;
        expect(readEmbed(query).problems).toEqual([]);
        for (const part of embedParts) {
          if (hidden.includes(part)) expect(parts(query)).not.toContain(part);
          else if (shown.includes(part)) expect(parts(query)).toContain(part);
        }
      }),
    );
  });

  it('has its settings shown where they may be edited, and only there', () => {
    expect(parts('embed=edit')).toContain('settings');
    expect(parts('embed=edit&hide=settings')).not.toContain('settings');
    const { embed, problems } = readEmbed('embed&show=settings-curves');
    expect(embed?.parts.has('settings')).toBe(false);
    expect(embed?.parts.has('curves')).toBe(true);
    expect(problems).toMatchObject([{ field: 'show', code: 'needs', values: { needed: 'embed=edit' } }]);
  });

  it('has a callout where the link has something to say', () => {
    expect(parts('embed&say=Look')).toContain('callout');
    expect(parts('embed&say=Look&hide=callout')).not.toContain('callout');
  });

  it('names the field of what it cannot use', () => {
    expect(readEmbed('embed=yes').problems).toMatchObject([
      { field: 'embed', code: 'notChoice', given: 'yes' },
    ]);
    expect(readEmbed('embed&hide=plane-status').problems).toMatchObject([
      { field: 'hide', code: 'notChoice', given: 'plane' },
    ]);
    expect(readEmbed('embed&show=').problems).toMatchObject([{ field: 'show', code: 'empty' }]);
    expect(readEmbed('hide=status').problems).toMatchObject([
      { field: 'hide', code: 'needs', values: { needed: 'embed' } },
    ]);
  });

  it('takes any text without breaking', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (mode, show, hide) => {
        const query = new URLSearchParams({ embed: mode, show, hide }).toString();
        for (const { given } of readEmbed(query).problems) expect(given.length).toBeLessThan(70);
      }),
    );
  });
});
