package energy.setpoint.app.storage.behind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Plans or measurements: the oldest give way when too many wait. */
final class PlainLane implements Lane {

  private static final CountDownLatch NOBODY_WAITS = new CountDownLatch(0);

  private final int bound;
  private final int batch;
  private final Deque<Write> waiting = new ArrayDeque<>();
  private int beingWritten;
  private long dropped;

  PlainLane(int bound, int batch) {
    this.bound = bound;
    this.batch = batch;
  }

  void add(Write write) {
    waiting.addLast(write);
    dropBeyondBound();
  }

  private void dropBeyondBound() {
    while (size() > bound && !waiting.isEmpty()) {
      waiting.removeFirst();
      dropped++;
    }
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
      taken.add(new Entry(waiting.removeFirst(), NOBODY_WAITS));
    }
    beingWritten += taken.size();
    return taken;
  }

  @Override
  public void settle(List<Entry> taken) {
    beingWritten -= taken.size();
  }

  @Override
  public void putBack(List<Entry> taken) {
    beingWritten -= taken.size();
    taken.reversed().forEach(entry -> waiting.addFirst(entry.write()));
    dropBeyondBound();
  }
}
