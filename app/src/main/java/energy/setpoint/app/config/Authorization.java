package energy.setpoint.app.config;

import energy.setpoint.core.port.Authorizer;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.site.StationId;
import java.util.List;

/**
 * Who may charge.
 *
 * @param acceptsAll true when every token is accepted
 * @param tokens accepted otherwise: those of the known vehicles and those that the file lists
 */
public record Authorization(boolean acceptsAll, List<IdToken> tokens) implements Authorizer {

  public Authorization {
    tokens = List.copyOf(tokens);
  }

  @Override
  public boolean accepts(StationId station, IdToken token) {
    return acceptsAll || tokens.stream().anyMatch(token::isSameAs);
  }
}
