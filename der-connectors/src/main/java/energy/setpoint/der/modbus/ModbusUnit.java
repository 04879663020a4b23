package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import energy.setpoint.der.template.RegisterWrite;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One device behind a link, which is given the time that it needs between two requests. */
final class ModbusUnit {

  private final ModbusLink link;
  private final int unit;
  private final Duration timeout;
  private final long pauseNanos;
  private long listensAtNanos = System.nanoTime();

  ModbusUnit(ModbusLink link, int unit, Duration timeout, Duration pause) {
    this.link = link;
    this.unit = unit;
    this.timeout = timeout;
    this.pauseNanos = pause.toNanos();
  }

  /** See {@link ModbusLink#read}. */
  int[] read(RegisterBlock block) throws ModbusException, IOException {
    awaitPause();
    try {
      return link.read(unit, block, timeout);
    } finally {
      listensAtNanos = System.nanoTime() + pauseNanos;
    }
  }

  /** See {@link ModbusLink#write}. */
  void write(RegisterWrite write) throws ModbusException, IOException {
    awaitPause();
    try {
      link.write(unit, write, timeout);
    } finally {
      listensAtNanos = System.nanoTime() + pauseNanos;
    }
  }

  private void awaitPause() throws InterruptedIOException {
    try {
      TimeUnit.NANOSECONDS.sleep(listensAtNanos - System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("closed");
    }
  }
}
