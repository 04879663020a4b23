package energy.setpoint.ocpp.payload;

import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import tools.jackson.databind.JsonNode;

/**
 * A payload breaks a rule. It learns the path of the field on its way up, so that good payloads do
 * not pay for the text.
 */
final class Violation extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int MOST_OF_A_VALUE = 60;
  private static final int MOST_OF_A_DESCRIPTION = 255;

  private final RpcErrorCode code;
  private final String path;
  private final String rule;

  private Violation(RpcErrorCode code, String path, String rule) {
    super(rule, null, false, false);
    this.code = code;
    this.path = path;
    this.rule = rule;
  }

  static Violation missing() {
    return new Violation(RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "", "is missing");
  }

  static Violation occurrence(String rule, int occurs) {
    return new Violation(
        RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "", rule + ", but has " + occurs);
  }

  static Violation type(String expected, JsonNode actual) {
    return of(RpcErrorCode.TYPE_CONSTRAINT_VIOLATION, "must be " + expected, actual);
  }

  static Violation property(String rule, JsonNode actual) {
    return of(RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION, rule, actual);
  }

  static Violation format(String rule, JsonNode actual) {
    return of(RpcErrorCode.FORMAT_VIOLATION, rule, actual);
  }

  private static Violation of(RpcErrorCode code, String rule, JsonNode actual) {
    return new Violation(
        code, "", rule + ", but is " + shorten(actual.toString(), MOST_OF_A_VALUE));
  }

  Violation inside(String field) {
    return new Violation(code, path.isEmpty() ? field : join(field, path), rule);
  }

  Violation inside(int index) {
    return new Violation(code, join("[" + index + "]", path), rule);
  }

  RpcException toRpcException() {
    String subject = path.isEmpty() ? "The payload" : path;
    return new RpcException(code, shorten(subject + " " + rule + ".", MOST_OF_A_DESCRIPTION));
  }

  private static String join(String outer, String inner) {
    return inner.isEmpty() || inner.startsWith("[") ? outer + inner : outer + "." + inner;
  }

  private static String shorten(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
