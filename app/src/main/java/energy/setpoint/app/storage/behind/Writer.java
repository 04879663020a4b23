package energy.setpoint.app.storage.behind;

import energy.setpoint.app.storage.failure.RecordFault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that carries the backlog into the database, however often that takes. */
final class Writer implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(Writer.class);

  private final Backlog backlog;
  private final Tables tables;
  private final WriteLimits limits;
  private final LongAdder written = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private volatile boolean databaseAnswers = true;
  private boolean away;
  private Duration pause;

  Writer(Backlog backlog, Tables tables, WriteLimits limits) {
    this.backlog = backlog;
    this.tables = tables;
    this.limits = limits;
    this.pause = limits.firstPause();
  }

  boolean databaseAnswers() {
    return databaseAnswers;
  }

  /** Somebody waited in vain: until the next success nobody else should. */
  void noteSilence() {
    databaseAnswers = false;
  }

  WriteFigures figures() {
    return backlog.figures(written.sum(), refused.sum(), failures.sum(), databaseAnswers);
  }

  @Override
  public void run() {
    try {
      for (Backlog.Batch batch = backlog.take();
          !batch.entries().isEmpty();
          batch = backlog.take()) {
        write(batch);
      }
    } catch (InterruptedException e) {
      log.debug("The writer was told to give up.");
    }
  }

  private void write(Backlog.Batch batch) throws InterruptedException {
    try {
      tables.write(batch.entries().stream().map(Lane.Entry::write).toList());
      succeed(batch);
    } catch (RuntimeException e) {
      failures.increment();
      if (!RecordFault.isBehind(e)) {
        retryLater(batch, e);
      } else if (batch.entries().size() == 1) {
        refuse(batch, e);
      } else {
        writeOneByOne(batch);
      }
    }
  }

  private void succeed(Backlog.Batch batch) {
    backlog.settle(batch);
    written.add(batch.entries().size());
    pause = limits.firstPause();
    databaseAnswers = true;
    if (away) {
      away = false;
      WriteFigures figures = figures();
      log.info(
          "The database answers again; {} records wait to be written, {} were dropped so far.",
          figures.queued(),
          figures.dropped());
    }
  }

  private void retryLater(Backlog.Batch batch, RuntimeException e) throws InterruptedException {
    databaseAnswers = false;
    backlog.putBack(batch);
    if (!away) {
      away = true;
      log.warn("The database does not take writes; they wait in memory: {}", e.getMessage());
    }
    backlog.pause(pause);
    pause = backlog.isClosing() ? limits.firstPause() : longer(pause);
  }

  private Duration longer(Duration last) {
    Duration twice = last.multipliedBy(2);
    return twice.compareTo(limits.longestPause()) < 0 ? twice : limits.longestPause();
  }

  /** One bad record must not take its neighbours down, nor stop those behind it. */
  private void writeOneByOne(Backlog.Batch batch) throws InterruptedException {
    List<Lane.Entry> entries = batch.entries();
    for (int i = 0; i < entries.size(); i++) {
      try {
        tables.write(List.of(entries.get(i).write()));
        succeed(single(batch, i));
      } catch (RuntimeException e) {
        failures.increment();
        if (!RecordFault.isBehind(e)) {
          retryLater(new Backlog.Batch(batch.lane(), entries.subList(i, entries.size())), e);
          return;
        }
        refuse(single(batch, i), e);
      }
    }
  }

  private static Backlog.Batch single(Backlog.Batch batch, int index) {
    return new Backlog.Batch(batch.lane(), List.of(batch.entries().get(index)));
  }

  private void refuse(Backlog.Batch batch, RuntimeException e) {
    backlog.settle(batch);
    refused.increment();
    log.error("This cannot be stored and is given up: {}", batch.entries().getFirst().write(), e);
  }
}
