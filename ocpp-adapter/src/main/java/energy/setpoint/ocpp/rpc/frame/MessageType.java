package energy.setpoint.ocpp.rpc.frame;

import java.util.Arrays;
import java.util.Optional;

/** The first element of a message (OCPP 2.1 part 4 section 4.1.3). */
public enum MessageType {
  CALL(2, 4),
  CALL_RESULT(3, 3),
  CALL_ERROR(4, 5),
  CALL_RESULT_ERROR(5, 5),
  SEND(6, 4);

  private final int number;
  private final int length;

  MessageType(int number, int length) {
    this.number = number;
    this.length = length;
  }

  static Optional<MessageType> find(int number) {
    return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
  }

  int number() {
    return number;
  }

  /** How many elements such a message has. */
  int length() {
    return length;
  }
}
