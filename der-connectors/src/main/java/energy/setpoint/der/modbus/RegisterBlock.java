package energy.setpoint.der.modbus;

import energy.setpoint.der.template.DetailForm;
import energy.setpoint.der.template.DeviceDetail;
import energy.setpoint.der.template.RegisterPoint;
import energy.setpoint.der.template.RegisterTable;
import energy.setpoint.der.template.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Neighbouring registers that one request reads.
 *
 * @param start address of the first register
 * @param count 1 to 125
 */
record RegisterBlock(RegisterTable table, int start, int count) {

  /** As few blocks as cover all points within the limits of the device. */
  static List<RegisterBlock> covering(Transport.Modbus modbus) {
    return covering(modbus.points().values().stream().flatMap(RegisterBlock::of), modbus);
  }

  /** As few blocks as cover what is wanted within the limits of the device. */
  static List<RegisterBlock> covering(Stream<RegisterBlock> parts, Transport.Modbus modbus) {
    List<RegisterBlock> wanted =
        parts
            .sorted(
                Comparator.comparing(RegisterBlock::table)
                    .thenComparingInt(RegisterBlock::start)
                    .thenComparingInt(RegisterBlock::end))
            .toList();
    List<RegisterBlock> blocks = new ArrayList<>();
    for (RegisterBlock next : wanted) {
      if (!blocks.isEmpty() && blocks.getLast().canTake(next, modbus)) {
        blocks.add(blocks.removeLast().with(next));
      } else {
        blocks.add(next);
      }
    }
    return blocks;
  }

  /** The registers of a point, and its scale register. */
  static Stream<RegisterBlock> of(RegisterPoint point) {
    Stream<RegisterBlock> value = Stream.of(ofValue(point));
    return point.scaleRegister().isPresent()
        ? Stream.concat(
            value, Stream.of(new RegisterBlock(point.table(), point.scaleRegister().getAsInt(), 1)))
        : value;
  }

  /** The registers of a detail, and its scale register. */
  static Stream<RegisterBlock> of(DeviceDetail detail) {
    return detail.form() instanceof DetailForm.Number(RegisterPoint point, _)
        ? of(point)
        : Stream.of(ofValue(detail));
  }

  /** The registers of a detail without its scale register. */
  static RegisterBlock ofValue(DeviceDetail detail) {
    return new RegisterBlock(detail.table(), detail.address(), detail.form().registers());
  }

  /** The registers of a point without its scale register. */
  static RegisterBlock ofValue(RegisterPoint point) {
    return new RegisterBlock(point.table(), point.address(), point.registers());
  }

  private boolean canTake(RegisterBlock next, Transport.Modbus limits) {
    return next.table == table
        && next.start <= end() + limits.bridgedGap()
        && with(next).count <= limits.registersPerRead();
  }

  private RegisterBlock with(RegisterBlock next) {
    return new RegisterBlock(table, start, Math.max(end(), next.end()) - start);
  }

  private int end() {
    return start + count;
  }

  boolean contains(RegisterBlock other) {
    return other.table == table && other.start >= start && other.end() <= end();
  }

  /** Some registers out of those of this block. */
  int[] wordsOf(RegisterBlock part, int[] words) {
    int from = part.start - start;
    return Arrays.copyOfRange(words, from, from + part.count);
  }

  @Override
  public String toString() {
    return table.key() + " registers " + start + " to " + (end() - 1);
  }
}
