import type { Reply } from '../../utils/messages';
import { matchName, withLabel, withoutName } from '../../utils/portal/property-name';
import { type PasswordName, passwordNames } from '../../utils/profile/fields';
import { t } from '../words';
import type { PasswordWords } from './contract';

type PasswordReply = Reply<'changePassword'>;
type Problems = Partial<Record<PasswordName, string>>;

/** What the form shows after a try. */
export interface Answer {
  problems: Problems;
  tone?: 'good' | 'bad';
  text?: string;
  quote?: string;
}

export const typedIn = (form: FormData): PasswordWords =>
  Object.fromEntries(passwordNames.map(name => [name, String(form.get(name) ?? '')])) as PasswordWords;

/** What is wrong before anything is sent; the rules for a new password are the portal's own. */
export function faultsOf({
  OldPassword,
  NewPassword,
  RepeatNewPassword,
}: PasswordWords): Problems | undefined {
  if (!OldPassword) return { OldPassword: t('fault_oldPasswordRequired') };
  if (!NewPassword) return { NewPassword: t('fault_newPasswordRequired') };
  if (NewPassword !== RepeatNewPassword) return { RepeatNewPassword: t('fault_passwordsDiffer') };
  return undefined;
}

const byPortalName = new Map<string, PasswordName>([
  ...passwordNames.map(name => [name.toLowerCase(), name] as const),
  // Other documents of the portal call the repetition so.
  ['newpasswordconfirm', 'RepeatNewPassword'],
]);

export const passwordNamed = (portalName: string): PasswordName | undefined =>
  matchName(portalName, byPortalName);

/**
 * Which inputs are emptied (F73–F76): all of them unless the portal only refused the new one, whose typing is then kept,
 * or nothing was sent.
 */
export function clearedBy(reply: PasswordReply): readonly PasswordName[] {
  const { changed, refusals, problem } = reply;
  if (changed || problem?.code === 'passwordUnknown') return passwordNames;
  if (refusals.some(({ field }) => passwordNamed(field) === 'OldPassword')) return passwordNames;
  return ['OldPassword'];
}

export function answerOf({ changed, refusals, problem }: PasswordReply): Answer {
  const problems: Problems = {};
  const others: string[] = [];
  for (const { field, message } of refusals) {
    const name = passwordNamed(field);
    if (name)
      problems[name] =
        withLabel(withoutName(message, name), name, t(`field_${name}`)) ||
        t(name === 'OldPassword' ? 'password_wrong' : 'fault_refused');
    else if (message) others.push(field ? `${field}: ${message}` : message);
  }
  if (changed)
    return { problems, tone: 'good', text: problem ? t(`problem_${problem.code}`) : t('password_changed') };
  const code = problem?.code ?? 'refused';
  // A browser repeats a request whose connection broke off: a refusal of the current password may be of one that has changed by then.
  const isAboutNew = refusals.length > 0 && !problems.OldPassword && others.length === 0;
  return {
    problems,
    tone: 'bad',
    text:
      code === 'refused'
        ? t(isAboutNew ? 'password_refused' : 'password_counted')
        : t(`problem_${code}`, { name: problem?.name ?? '' }),
    quote: others.join(' ') || problem?.message || undefined,
  };
}
