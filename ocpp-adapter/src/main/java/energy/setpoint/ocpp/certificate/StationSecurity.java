package energy.setpoint.ocpp.certificate;

import java.time.Instant;
import java.util.Optional;

/** What one station can say and ask about security. */
public interface StationSecurity {

  /** Hears nothing and signs nothing. */
  StationSecurity NONE =
      new StationSecurity() {
        @Override
        public void report(Instant at, String type, String detail) {}

        @Override
        public Optional<String> findRefusal(SigningWish wish) {
          return Optional.of("There is no certificate authority here.");
        }
      };

  /**
   * Keeps a security event (A04.FR.03).
   *
   * @param at by the station's clock
   */
  void report(Instant at, String type, String detail);

  /**
   * Takes a wish for a certificate, which then follows in a call of its own (A02.FR.11).
   *
   * @return why it is refused (A02.FR.12); empty when it is taken
   */
  Optional<String> findRefusal(SigningWish wish);
}
