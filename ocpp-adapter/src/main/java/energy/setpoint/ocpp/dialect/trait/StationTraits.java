package energy.setpoint.ocpp.dialect.trait;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a station can do, as configured or as it told. Dialects never send what a station has not
 * got.
 *
 * @param directCurrent true when its EVSEs are DC: limits are in watts and {@code numberPhases}
 *     must not be sent
 * @param evses how many it has, at least 1
 * @param rateUnits in which it takes limits; not empty
 * @param maxStackLevel the highest stack level that it accepts, at least 0
 * @param maxPeriods how many periods a schedule may have, at least 1
 * @param maxProfiles how many profiles it keeps at once, at least 1; empty when nobody said
 * @param abilities what else it can do
 * @param operationModes of OCPP 2.1 that it and its vehicles may be in
 * @param energyTransferModes that it supports, spelt as on the wire (EnergyTransferModeEnumType of
 *     2.1); empty when it told none
 * @param derControls that its inverters or vehicles take, spelt as on the wire (DERControlEnumType
 *     of 2.1); empty when it has none or told none
 */
public record StationTraits(
    boolean directCurrent,
    int evses,
    Set<RateUnit> rateUnits,
    int maxStackLevel,
    int maxPeriods,
    Optional<Integer> maxProfiles,
    Set<Ability> abilities,
    Set<OperationMode> operationModes,
    Set<String> energyTransferModes,
    Set<String> derControls) {

  /** Of a station that has not told how many periods it takes: what any takes. */
  private static final int FEWEST_PERIODS = 1;

  /** What a station is taken to be able to do until it says otherwise. */
  private static final Set<Ability> USUAL =
      Set.of(Ability.SMART_CHARGING, Ability.ZERO_PAUSES, Ability.STATION_MAXIMUM);

  /** An AC station that takes amperes and watts and nothing that is rare. */
  public static final StationTraits PLAIN_AC = alternating(RateUnit.A, RateUnit.W);

  /** A DC station that takes watts and nothing that is rare. */
  public static final StationTraits PLAIN_DC = direct(RateUnit.W);

  public StationTraits {
    rateUnits = Set.copyOf(rateUnits);
    abilities = Set.copyOf(abilities);
    operationModes = Set.copyOf(operationModes);
    energyTransferModes = Set.copyOf(energyTransferModes);
    derControls = Set.copyOf(derControls);
    boolean tooFewProfiles = maxProfiles.filter(most -> most < 1).isPresent();
    if (rateUnits.isEmpty() || maxStackLevel < 0 || maxPeriods < 1 || tooFewProfiles) {
      throw new IllegalArgumentException(
          "A station takes at least one rate unit, stack level 0, one period and one profile.");
    }
    if (evses < 1) {
      throw new IllegalArgumentException("A station has at least one EVSE, not " + evses + ".");
    }
  }

  public static StationTraits alternating(RateUnit... units) {
    return plain(false, units);
  }

  public static StationTraits direct(RateUnit... units) {
    return plain(true, units);
  }

  private static StationTraits plain(boolean directCurrent, RateUnit... units) {
    return new StationTraits(
        directCurrent,
        1,
        Set.of(units),
        1,
        FEWEST_PERIODS,
        Optional.empty(),
        USUAL,
        Set.of(OperationMode.CHARGING_ONLY),
        Set.of(),
        Set.of());
  }

  /** The unit of a limit, named as on the wire. */
  public enum RateUnit {
    A,
    W
  }

  /** Something that not every station can do. */
  public enum Ability {
    /** Takes charging profiles at all; the usual case. */
    SMART_CHARGING,
    /** A limit of 0 stops the charging; the usual case. */
    ZERO_PAUSES,
    /** Takes a profile for the station as a whole; the usual case. */
    STATION_MAXIMUM,
    /** Switches between one and three phases in a transaction. */
    PHASE_SWITCHING,
    /** Charges on the one phase that it is told. */
    PHASE_CHOICE,
    /** Takes a limit of its own for each phase (2.1). */
    LIMIT_PER_PHASE,
    /** Takes profiles that are updated by short messages (2.1). */
    DYNAMIC_PROFILES,
    /** Ends a profile by itself after a time without connection (2.1). */
    MAX_OFFLINE_DURATION,
    /** Reads the times of a schedule as local ones (2.1). */
    USE_LOCAL_TIME,
    /** Delays changes by a random time (2.1). */
    RANDOMIZED_DELAY,
    /** Lowers the limit above a state of charge (2.1). */
    LIMIT_AT_SOC,
    /** Lets its electronics sleep while idle (2.1). */
    EVSE_SLEEP,
    /** Takes a profile for transactions with priority (2.1). */
    PRIORITY_CHARGING,
    /** Takes limits beside a central setpoint (2.1). */
    LIMIT_BESIDE_SETPOINT
  }

  /** The V2X operation modes of OCPP 2.1 (OperationModeEnumType). */
  public enum OperationMode {
    IDLE,
    CHARGING_ONLY,
    CENTRAL_SETPOINT,
    EXTERNAL_SETPOINT,
    EXTERNAL_LIMITS,
    CENTRAL_FREQUENCY,
    LOCAL_FREQUENCY,
    LOCAL_LOAD_BALANCING
  }

  public boolean can(Ability ability) {
    return abilities.contains(ability);
  }

  public boolean can(OperationMode mode) {
    return operationModes.contains(mode);
  }

  /** True when it follows OCPP 2.1 central setpoints. */
  public boolean setpoints() {
    return can(OperationMode.CENTRAL_SETPOINT);
  }

  /** The same station with so many EVSEs. */
  public StationTraits withEvses(int value) {
    return new StationTraits(
        directCurrent,
        value,
        rateUnits,
        maxStackLevel,
        maxPeriods,
        maxProfiles,
        abilities,
        operationModes,
        energyTransferModes,
        derControls);
  }

  public StationTraits withMaxProfiles(int value) {
    return new TraitClaims.Builder().maxProfiles(value).build().appliedTo(this);
  }

  public StationTraits withMaxStackLevel(int value) {
    return new TraitClaims.Builder().maxStackLevel(value).build().appliedTo(this);
  }

  public StationTraits with(Ability ability) {
    return new TraitClaims.Builder().ability(ability, true).build().appliedTo(this);
  }

  public StationTraits without(Ability ability) {
    return new TraitClaims.Builder().ability(ability, false).build().appliedTo(this);
  }

  public StationTraits with(OperationMode mode) {
    Set<OperationMode> more = EnumSet.of(mode);
    more.addAll(operationModes);
    return new TraitClaims.Builder().operationModes(more).build().appliedTo(this);
  }

  public StationTraits withDerControls(Set<String> value) {
    return new TraitClaims.Builder().derControls(value).build().appliedTo(this);
  }
}
