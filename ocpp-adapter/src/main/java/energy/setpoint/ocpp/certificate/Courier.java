package energy.setpoint.ocpp.certificate;

import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;

/** Brings a certificate to the station that asked for it. */
@FunctionalInterface
public interface Courier {

  /**
   * @param payload of {@code CertificateSigned}
   * @return completes normally in every case
   */
  CompletionStage<Delivery> deliver(JsonNode payload);

  /** What became of it. */
  sealed interface Delivery {

    /** The station has installed it. */
    record Accepted() implements Delivery {}

    /** The station does not want it, and will not want it the next time (A02.FR.07). */
    record Rejected(String reason) implements Delivery {}

    /** Perhaps it never arrived. */
    record Lost(String reason) implements Delivery {}
  }
}
