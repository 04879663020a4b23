package energy.setpoint.der.modbus;

import energy.setpoint.der.template.RegisterTable;
import java.util.List;
import java.util.Optional;

/**
 * What a device said about one point or detail of its template.
 *
 * @param name as in the template
 * @param address of the first register as sent on the wire
 * @param registers how many, without a scale register
 * @param words the registers as they came, 16 bits each; empty when they could not be read
 * @param value for people: power in W, current in A, state of charge in %, load convention; empty
 *     when there is none
 * @param missing why there is no value; blank when there is one
 */
public record ProbedPoint(
    String name,
    RegisterTable table,
    int address,
    int registers,
    List<Integer> words,
    Optional<String> value,
    String missing) {

  public ProbedPoint {
    words = List.copyOf(words);
  }
}
