import type { ReactNode } from 'react';
import { DescriptionList, Section } from '@/shared/ui/Page';
import { accessibilities } from '@/shared/words/values';
import { floorName } from '../names';
import type { Unit } from '../queries';
import { useT } from '../texts';

export function Facts({ unit: u, log }: { unit: Unit; log: ReactNode }) {
  const t = useT();
  const features = accessibilities.filter((a) => u.accessibility.includes(a));
  return (
    <Section title={t('unit.facts')}>
      <DescriptionList
        items={[
          { term: t('unit.use'), value: u.use && t(`unit.use.${u.use}`) },
          { term: t('unit.floor'), value: u.part === 'main' && floorName(t, u.floor) },
          { term: t('unit.dwellingNumber'), value: u.dwelling_number },
          { term: t('unit.capacity'), value: u.capacity > 0 && u.capacity },
          {
            term: t('unit.accessibility'),
            value: features.length > 0 && (
              <ul className="plain-list">
                {features.map((f) => (
                  <li key={f}>{t(`accessibility.${f}`)}</li>
                ))}
              </ul>
            ),
          },
          {
            term: t('unit.technicalNote'),
            value: u.view === 'technical' && u.technical_note && (
              <bdi className="note">{u.technical_note}</bdi>
            ),
          },
        ].filter((i) => i.value !== false)}
      />
      {log}
    </Section>
  );
}
