import { Button } from '@digdir/designsystemet-react';
import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast, toastError } from '@/shared/ui/toasts';
import { addTopic, type Cell, removeTopic, renameTopic, useRefreshTopics } from '../queries';
import { useT } from '../texts';

const schema = z.object({ title: requiredText(80) });

/** A topic that the district has and the catalogue has not: new, under another name, or taken away. */
export function TopicDialog({ topic, onClose }: { topic?: Cell; onClose: () => void }) {
  const t = useT();
  const refresh = useRefreshTopics();
  const done = async () => {
    await refresh();
    toast(t('topic.saved'));
    onClose();
  };
  const state = useServerForm({
    schema,
    defaultValues: { title: topic?.title ?? '' },
    save: async ({ title }, key) => {
      if (topic?.topic_id) await renameTopic(topic.topic_id, title, topic.topic_version ?? 1);
      else await addTopic(title, key);
      await done();
    },
  });
  const { topic_id: id } = topic ?? {};
  return (
    <DialogForm
      state={state}
      title={t(topic ? 'topic.edit' : 'topic.new')}
      submitLabel={t('action.save')}
      onClose={onClose}
    >
      <TextField name="title" label={t('topic.title')} hint={t('topic.titleHint')} maxLength={80} />
      {id && (
        <div>
          <Button
            type="button"
            variant="tertiary"
            data-color="danger"
            onClick={() => removeTopic(id).then(done, toastError)}
          >
            {t('topic.remove')}
          </Button>
        </div>
      )}
    </DialogForm>
  );
}
