package energy.setpoint.der.template;

import java.util.List;

/**
 * Fixed values for registers or coils, such as those that switch a device to remote control.
 *
 * @param address of the first one as sent on the wire, 0 to 65535
 * @param words one unsigned 16-bit word each, or 0 and 1 for coils
 * @param together whether even a single one is written with the function code for several (15, 16)
 *     rather than the one for one (5, 6)
 */
public record RegisterWrite(
    RegisterTable table, int address, List<Integer> words, boolean together) {

  public RegisterWrite {
    words = List.copyOf(words);
    if (!table.isWritable()) {
      throw new IllegalArgumentException("Nobody can write the table " + table.key() + ".");
    }
  }
}
