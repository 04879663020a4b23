package energy.setpoint.ocpp.v21.wire.tariff;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.List;
import java.util.Optional;

/** When a fixed price holds. */
public record TariffConditionsFixedType(
    Optional<String> startTimeOfDay,
    Optional<String> endTimeOfDay,
    @Items(min = 1, max = 7) Optional<List<DayOfWeekEnum>> dayOfWeek,
    Optional<String> validFromDate,
    Optional<String> validToDate,
    @OneOf({"AC", "DC"}) Optional<String> evseKind,
    @Length(20) Optional<String> paymentBrand,
    @Length(20) Optional<String> paymentRecognition) {}
