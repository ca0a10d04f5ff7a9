import { useQuery } from '@tanstack/react-query';
import { unreadNotices } from './queries';
import { useT } from './texts';
import './notices.css';

/** «2 nye» beside the way to the messages; nothing when all are read. */
export function UnreadCount() {
  const t = useT();
  const { data: count = 0 } = useQuery(unreadNotices);
  return count > 0 ? <span className="notice-new">{t('notices.unread', { count })}</span> : null;
}
