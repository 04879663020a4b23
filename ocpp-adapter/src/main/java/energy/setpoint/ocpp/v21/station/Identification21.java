package energy.setpoint.ocpp.v21.station;

import energy.setpoint.core.session.IdToken;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.Tokens;
import energy.setpoint.ocpp.v21.wire.AuthorizationStatus;
import energy.setpoint.ocpp.v21.wire.IdTokenInfoType;
import energy.setpoint.ocpp.v21.wire.IdTokenType;
import java.util.Optional;

/** Who wants to charge, in OCPP 2.1. */
public final class Identification21 {

  private Identification21() {}

  static IdTokenInfoType check(IdTokenType token, StationContext context) {
    boolean accepted = needsNone(token) || Tokens.isAccepted(token.idToken(), context);
    return IdTokenInfoType.of(
        accepted ? AuthorizationStatus.Accepted : AuthorizationStatus.Invalid);
  }

  static Optional<IdToken> find(Optional<IdTokenType> token) {
    return token.filter(shown -> !needsNone(shown)).flatMap(shown -> Tokens.find(shown.idToken()));
  }

  /** A station with a start button identifies nobody (use case C02). */
  private static boolean needsNone(IdTokenType token) {
    return token.type().equals("NoAuthorization");
  }
}
