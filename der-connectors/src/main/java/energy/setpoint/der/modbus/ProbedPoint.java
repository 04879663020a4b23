package energy.setpoint.der.modbus;

import energy.setpoint.der.template.RegisterPoint;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a device said about one point of its template.
 *
 * @param name as in the template
 * @param words the registers as they came, 16 bits each; empty when they could not be read
 * @param quantity in watts, amperes or as a fraction, load convention; empty when there is no value
 * @param missing why there is no value; blank when there is one
 */
public record ProbedPoint(
    String name,
    RegisterPoint point,
    List<Integer> words,
    OptionalDouble quantity,
    String missing) {

  public ProbedPoint {
    words = List.copyOf(words);
  }

  static ProbedPoint unread(String name, RegisterPoint point, String why) {
    return new ProbedPoint(name, point, List.of(), OptionalDouble.empty(), why);
  }
}
