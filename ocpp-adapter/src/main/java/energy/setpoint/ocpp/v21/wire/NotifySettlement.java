package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A payment terminal settled a payment. */
public record NotifySettlement(
    @Length(255) String pspRef,
    @OneOf({"Settled", "Canceled", "Rejected", "Failed"}) String status,
    BigDecimal settlementAmount,
    Instant settlementTime,
    @Length(36) Optional<String> transactionId,
    @Length(500) Optional<String> statusInfo,
    @Length(50) Optional<String> receiptId,
    @Length(2000) Optional<String> receiptUrl,
    Optional<ObjectNode> vatCompany,
    @Length(20) Optional<String> vatNumber) {

  /** The answer. */
  public record Response(
      @Length(2000) Optional<String> receiptUrl, @Length(50) Optional<String> receiptId) {}
}
