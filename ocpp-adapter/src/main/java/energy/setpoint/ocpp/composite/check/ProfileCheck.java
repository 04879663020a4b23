package energy.setpoint.ocpp.composite.check;

import static energy.setpoint.ocpp.composite.check.ProfileRule.DYNAMIC_HAS_ONE_PERIOD;
import static energy.setpoint.ocpp.composite.check.ProfileRule.EVSE_EXISTS;
import static energy.setpoint.ocpp.composite.check.ProfileRule.MAX_IS_FOR_THE_STATION;
import static energy.setpoint.ocpp.composite.check.ProfileRule.OFFLINE_COUNTS_FROM_ZERO;
import static energy.setpoint.ocpp.composite.check.ProfileRule.ONE_PROFILE_ON_A_STACK_LEVEL;
import static energy.setpoint.ocpp.composite.check.ProfileRule.ONE_SCHEDULE_BUT_FOR_TX;
import static energy.setpoint.ocpp.composite.check.ProfileRule.ONLY_DYNAMIC_IS_UPDATED;
import static energy.setpoint.ocpp.composite.check.ProfileRule.ONLY_RECURRING_SAYS_HOW_OFTEN;
import static energy.setpoint.ocpp.composite.check.ProfileRule.ONLY_TX_NAMES_A_TRANSACTION;
import static energy.setpoint.ocpp.composite.check.ProfileRule.RECURRING_SAYS_HOW_OFTEN;
import static energy.setpoint.ocpp.composite.check.ProfileRule.STACK_LEVEL_COUNTS_FROM_ZERO;
import static energy.setpoint.ocpp.composite.check.ProfileRule.STATION_IS_NOT_RELATIVE;
import static energy.setpoint.ocpp.composite.check.ProfileRule.TRANSACTION_EXISTS;
import static energy.setpoint.ocpp.composite.check.ProfileRule.TX_IS_FOR_AN_EVSE;
import static energy.setpoint.ocpp.composite.check.ProfileRule.TX_NAMES_ITS_TRANSACTION;
import static energy.setpoint.ocpp.composite.check.ProfileRule.VALIDITY_HAS_A_LENGTH;

import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ProfileKind;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.composite.station.Transaction;
import java.util.List;
import java.util.Optional;

/** Holds one profile against the rules of its version. */
public final class ProfileCheck {

  private final Breaches breaches;
  private final ChargingProfile profile;
  private final Station station;

  private ProfileCheck(RuleBook book, ChargingProfile profile, Station station) {
    breaches = new Breaches(book);
    this.profile = profile;
    this.station = station;
  }

  /** What a station would refuse it for; empty when it would take it. */
  public static List<Breach> of(RuleBook book, ChargingProfile profile, Station station) {
    return new ProfileCheck(book, profile, station).check();
  }

  /**
   * The breach of a profile that cannot be beside another one.
   *
   * @param present the profile that is there
   */
  public static List<Breach> ofNeighbour(RuleBook book, ChargingProfile profile, int present) {
    Breaches breaches = new Breaches(book);
    breaches.require(
        ONE_PROFILE_ON_A_STACK_LEVEL,
        false,
        breaches.path().of("stackLevel"),
        "%d, as in profile %d".formatted(profile.stackLevel(), present));
    return breaches.all();
  }

  private List<Breach> check() {
    place();
    transaction();
    kind();
    validity();
    for (int i = 0; i < profile.schedules().size(); i++) {
      new ScheduleCheck(breaches, profile, station, i).check();
    }
    return breaches.all();
  }

  private void place() {
    int evse = profile.evseId();
    String pointer = breaches.path().ofEvse();
    boolean exists = evse == 0 || station.findEvse(evse).isPresent();
    breaches.require(EVSE_EXISTS, exists, pointer, evse);
    boolean max = is(ProfilePurpose.STATION_MAX);
    breaches.require(MAX_IS_FOR_THE_STATION, !max || evse == 0, pointer, evse);
    breaches.require(TX_IS_FOR_AN_EVSE, !is(ProfilePurpose.TX) || evse > 0, pointer, evse);
    int level = profile.stackLevel();
    breaches.require(STACK_LEVEL_COUNTS_FROM_ZERO, level >= 0, at("stackLevel"), level);
    int count = profile.schedules().size();
    boolean few = count == 1 || is(ProfilePurpose.TX) || is(ProfilePurpose.EXTERNAL_CONSTRAINTS);
    breaches.require(ONE_SCHEDULE_BUT_FOR_TX, few, at("chargingSchedule"), count + " schedules");
  }

  private void transaction() {
    Optional<String> id = profile.transactionId();
    String pointer = at("transactionId");
    boolean tx = is(ProfilePurpose.TX);
    breaches.require(TX_NAMES_ITS_TRANSACTION, !tx || id.isPresent(), pointer, "missing");
    breaches.require(
        ONLY_TX_NAMES_A_TRANSACTION, tx || id.isEmpty(), pointer, id.orElse("missing"));
    boolean known =
        id.map(name ->
                station.findTransaction(name).map(Transaction::evseId).stream()
                    .anyMatch(evse -> evse == profile.evseId()))
            .orElseGet(() ->
                station.transactions().stream().anyMatch(t -> t.evseId() == profile.evseId()));
    breaches.require(TRANSACTION_EXISTS, !tx || known, pointer, id.orElse("missing"));
  }

  private void kind() {
    String often = at("recurrencyKind");
    boolean recurring = profile.kind() == ProfileKind.RECURRING;
    boolean says = profile.recurrence().isPresent();
    breaches.require(RECURRING_SAYS_HOW_OFTEN, !recurring || says, often, "missing");
    breaches.require(
        ONLY_RECURRING_SAYS_HOW_OFTEN, recurring || !says, often, profile.recurrence());
    boolean relative = profile.kind() == ProfileKind.RELATIVE;
    boolean ofStation = profile.evseId() == 0 && profile.purpose().isOfTheStation();
    breaches.require(
        STATION_IS_NOT_RELATIVE, !relative || !ofStation, at("chargingProfileKind"), "Relative");
    boolean dynamic = profile.kind() == ProfileKind.DYNAMIC;
    breaches.require(
        ONLY_DYNAMIC_IS_UPDATED,
        dynamic || profile.updated().isEmpty(),
        at("dynUpdateTime"),
        profile.updated());
    breaches.require(
        ONLY_DYNAMIC_IS_UPDATED,
        dynamic || profile.updateIntervalSeconds().isEmpty(),
        at("dynUpdateInterval"),
        profile.updateIntervalSeconds());
    int periods = profile.schedules().stream().mapToInt(s -> s.periods().size()).sum();
    breaches.require(
        DYNAMIC_HAS_ONE_PERIOD, !dynamic || periods == 1, at("chargingSchedule"), periods);
  }

  private void validity() {
    boolean hasLength =
        profile.validFrom().isEmpty()
            || profile.validTo().isEmpty()
            || profile.validFrom().get().isBefore(profile.validTo().get());
    breaches.require(VALIDITY_HAS_A_LENGTH, hasLength, at("validTo"), profile.validTo());
    breaches.requireOurEra(profile.validFrom(), at("validFrom"));
    breaches.requireOurEra(profile.validTo(), at("validTo"));
    breaches.requireOurEra(profile.updated(), at("dynUpdateTime"));
    int offline = profile.offline().maxOfflineSeconds().orElse(0);
    breaches.require(OFFLINE_COUNTS_FROM_ZERO, offline >= 0, at("maxOfflineDuration"), offline);
  }

  private boolean is(ProfilePurpose purpose) {
    return profile.purpose() == purpose;
  }

  private String at(String field) {
    return breaches.path().of(field);
  }
}
