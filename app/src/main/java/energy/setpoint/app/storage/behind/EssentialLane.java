package energy.setpoint.app.storage.behind;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;

/**
 * Sessions and intents in the order in which they happened. Of each session only the newest state
 * waits, in the place of the oldest, so sessions cannot pile up; when too many intents wait, the
 * oldest give way, never a session.
 */
final class EssentialLane implements Lane {

  private static final CountDownLatch NOTHING_TO_WAIT_FOR = new CountDownLatch(0);

  private final int bound;
  private final int batch;
  private final SequencedMap<Object, Entry> waiting = new LinkedHashMap<>();
  private int beingWritten;
  private long dropped;
  private CountDownLatch last = NOTHING_TO_WAIT_FOR;

  EssentialLane(int bound, int batch) {
    this.bound = bound;
    this.batch = batch;
  }

  Entry add(Write.Essential write) {
    Object key = key(write);
    Entry older = waiting.get(key);
    Entry entry = new Entry(write, older == null ? new CountDownLatch(1) : older.settled());
    waiting.put(key, entry);
    if (older == null) {
      last = entry.settled();
      dropBeyondBound();
    }
    return entry;
  }

  private static Object key(Write write) {
    return write instanceof Write.SaveSession(var session) ? session.id() : write;
  }

  private void dropBeyondBound() {
    Iterator<Map.Entry<Object, Entry>> oldest = waiting.entrySet().iterator();
    while (size() > bound && oldest.hasNext()) {
      Entry candidate = oldest.next().getValue();
      if (!(candidate.write() instanceof Write.SaveSession)) {
        oldest.remove();
        candidate.settled().countDown();
        dropped++;
      }
    }
  }

  /** Opens when all that is here now is settled. */
  CountDownLatch last() {
    return last;
  }

  @Override
  public boolean isIdle() {
    return waiting.isEmpty();
  }

  @Override
  public int size() {
    return waiting.size() + beingWritten;
  }

  @Override
  public long dropped() {
    return dropped;
  }

  @Override
  public List<Entry> take() {
    List<Entry> taken = new ArrayList<>(Math.min(batch, waiting.size()));
    while (taken.size() < batch && !waiting.isEmpty()) {
      taken.add(waiting.pollFirstEntry().getValue());
    }
    beingWritten += taken.size();
    return taken;
  }

  @Override
  public void settle(List<Entry> taken) {
    beingWritten -= taken.size();
    taken.forEach(entry -> entry.settled().countDown());
  }

  @Override
  public void putBack(List<Entry> taken) {
    beingWritten -= taken.size();
    for (Entry entry : taken.reversed()) {
      Object key = key(entry.write());
      Entry newer = waiting.remove(key);
      waiting.putFirst(key, newer == null ? entry : newer);
      if (newer != null) {
        // The newer state stands in for the older one; whoever waits for the older need not.
        entry.settled().countDown();
      }
    }
    dropBeyondBound();
  }
}
