package energy.setpoint.ocpp.rpc.frame;

import java.math.BigDecimal;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ValueNode;

/**
 * Refuses numbers with exponents beyond all use. 1E-999999999 is twelve characters on the wire and
 * a gigabyte once it is written out or brought to whole numbers, so that one message could take all
 * memory or hold up all stations of a thread.
 */
public final class UsualNumbers extends JsonNodeFactory {

  /** Whatever a double can hold, from 4.9E-324 to 1.8E308, with all its digits. */
  private static final int MAX_SCALE = 400;

  /** Whether it is safe to calculate with. */
  public static boolean isUsual(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MAX_SCALE;
  }

  @Override
  public ValueNode numberNode(BigDecimal number) {
    if (!isUsual(number)) {
      throw new NumberFormatException("The exponent of the number is beyond all use.");
    }
    return super.numberNode(number);
  }
}
