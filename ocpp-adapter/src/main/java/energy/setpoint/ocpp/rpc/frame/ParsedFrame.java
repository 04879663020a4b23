package energy.setpoint.ocpp.rpc.frame;

/** What a received text turned out to be. */
public sealed interface ParsedFrame permits Frame, MalformedFrame {}
