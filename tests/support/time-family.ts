// A family that uses much of what time rules can say: sets of days, sets of sites, weeks, kept minutes.
import type { ChildProfile, Policy } from '@/rules/policy/schema.ts';

const everyDay = (minutes: number) => ({
  mon: minutes,
  tue: minutes,
  wed: minutes,
  thu: minutes,
  fri: minutes,
  sat: minutes,
  sun: minutes,
});

const timeRules = {
  quietTimes: [
    {
      id: 'night',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      from: '21:00',
      to: '07:00',
    },
    {
      id: 'homework',
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      from: '16:00',
      to: '17:30',
      scope: 'set:clips',
    },
  ],
  quotas: [
    { id: 'all', scope: 'all', minutes: everyDay(90), carryOver: 30 },
    {
      id: 'clips',
      scope: 'set:clips',
      minutes: { mon: 30, tue: 30, wed: 30, thu: 30, fri: 30 },
      perWeek: 240,
    },
  ],
  hostSets: [
    { id: 'school', name: 'School', hosts: ['school.test', 'maths.test'], alwaysOpen: true },
    { id: 'clips', name: 'Clips', hosts: ['clips.test', 'shorts.test'] },
  ],
  ruleSets: [
    {
      id: 'weekend',
      name: 'Weekend',
      days: ['sat', 'sun'],
      replaces: true,
      quietTimes: [{ id: 'late', days: ['sat', 'sun'], from: '22:00', to: '08:00' }],
      quotas: [{ id: 'free', scope: 'all', minutes: { sat: 180, sun: 180 } }],
    },
    {
      id: 'exams',
      name: 'Exams',
      firstDate: '2026-12-01',
      lastDate: '2026-12-14',
      replaces: false,
      quietTimes: [],
      quotas: [{ id: 'short', scope: 'all', minutes: everyDay(45) }],
    },
  ],
} satisfies Partial<ChildProfile>;

export const withTimeRules = (policy: Policy): Policy => ({
  ...policy,
  children: policy.children.map((child) => ({ ...child, ...timeRules })),
});
