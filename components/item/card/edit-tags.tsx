import { useState } from 'preact/hooks';
import { Chip } from '@/components/ui/chip';
import { NotSavedLine, type NotSaved } from '@/components/ui/not-saved';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import { LIMITS } from '@/utils/model/limits';

type Props = { tags: readonly string[]; onSave: (tags: string[]) => Promise<NotSaved | undefined> };

/** Tags as chips, and a field for one more. */
export function EditTags({ tags, onSave }: Props) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<NotSaved | undefined>();
  const settle = (left: NotSaved | undefined) => {
    setProblem(left);
    if (!left) setTyped('');
  };
  const add = async () => {
    const tag = typed.trim().replace(/^#/, '');
    if (tag === '' || tags.includes(tag)) setTyped('');
    else settle(await onSave([...tags, tag]));
  };
  const remove = async (tag: string) => setProblem(await onSave(tags.filter((each) => each !== tag)));
  return (
    <div class="edit-tags">
      {tags.map((tag) => (
        <Chip key={tag} removeLabel={t('tag_remove', displayText(tag))} onRemove={() => void remove(tag)}>
          <bdi>#{displayText(tag)}</bdi>
        </Chip>
      ))}
      <input
        class="input"
        type="text"
        aria-label={t('tag_add')}
        placeholder={t('tag_add')}
        maxLength={LIMITS.label}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void add()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          void add();
        }}
      />
      {problem && <NotSavedLine problem={problem} onChange={setProblem} />}
    </div>
  );
}
