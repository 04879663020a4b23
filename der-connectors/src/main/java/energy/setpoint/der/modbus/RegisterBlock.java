package energy.setpoint.der.modbus;

import energy.setpoint.der.template.RegisterPoint;
import energy.setpoint.der.template.RegisterTable;
import energy.setpoint.der.template.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Neighbouring registers that one request reads.
 *
 * @param start address of the first register
 * @param count 1 to 125
 */
record RegisterBlock(RegisterTable table, int start, int count) {

  /** As few blocks as cover all points within the limits of the device. */
  static List<RegisterBlock> covering(Transport.Modbus modbus) {
    List<RegisterPoint> points =
        modbus.points().values().stream()
            .sorted(
                Comparator.comparing(RegisterPoint::table)
                    .thenComparingInt(RegisterPoint::address)
                    .thenComparingInt(RegisterPoint::end))
            .toList();
    List<RegisterBlock> blocks = new ArrayList<>();
    for (RegisterPoint point : points) {
      if (!blocks.isEmpty() && blocks.getLast().canTake(point, modbus)) {
        blocks.add(blocks.removeLast().with(point));
      } else {
        blocks.add(new RegisterBlock(point.table(), point.address(), point.type().registers()));
      }
    }
    return blocks;
  }

  private boolean canTake(RegisterPoint point, Transport.Modbus limits) {
    return point.table() == table
        && point.address() <= end() + limits.bridgedGap()
        && with(point).count <= limits.registersPerRead();
  }

  private RegisterBlock with(RegisterPoint point) {
    return new RegisterBlock(table, start, Math.max(end(), point.end()) - start);
  }

  private int end() {
    return start + count;
  }

  boolean contains(RegisterPoint point) {
    return point.table() == table && point.address() >= start && point.end() <= end();
  }

  /** The registers of a point out of those of this block. */
  int[] wordsOf(RegisterPoint point, int[] words) {
    int from = point.address() - start;
    return Arrays.copyOfRange(words, from, from + point.type().registers());
  }

  @Override
  public String toString() {
    return table.key() + " registers " + start + " to " + (end() - 1);
  }
}
