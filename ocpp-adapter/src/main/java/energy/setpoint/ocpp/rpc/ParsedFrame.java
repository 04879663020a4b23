package energy.setpoint.ocpp.rpc;

/** What a received text turned out to be. */
public sealed interface ParsedFrame permits Frame, MalformedFrame {}
