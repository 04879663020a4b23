package energy.setpoint.ocpp.rpc.frame;

/** Why a call failed (OCPP-J 1.6 section 4.2.3, OCPP 2.1 part 4 section 4.3); spelt by dialects. */
public enum RpcErrorCode {
  /** The frame is not a well-formed message. */
  RPC_FRAMEWORK_ERROR,
  /** The payload is not well-formed for the action. */
  FORMAT_VIOLATION,
  /** The action is not known. */
  NOT_IMPLEMENTED,
  /** The action is known but not supported here. */
  NOT_SUPPORTED,
  /** The action could not be carried out because of a fault on our side. */
  INTERNAL_ERROR,
  /** The payload breaks a rule of the protocol. */
  PROTOCOL_ERROR,
  SECURITY_ERROR,
  /** A field has a value outside its range. */
  PROPERTY_CONSTRAINT_VIOLATION,
  /** A required field is missing, or a field occurs too often. */
  OCCURRENCE_CONSTRAINT_VIOLATION,
  /** A field has the wrong type. */
  TYPE_CONSTRAINT_VIOLATION,
  /** The message type number is not known (2.0.1 and later). */
  MESSAGE_TYPE_NOT_SUPPORTED,
  GENERIC_ERROR
}
