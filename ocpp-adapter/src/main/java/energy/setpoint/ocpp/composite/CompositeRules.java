package energy.setpoint.ocpp.composite;

import energy.setpoint.ocpp.composite.check.RuleBook;
import energy.setpoint.ocpp.composite.station.Transaction;
import java.time.Instant;
import java.util.function.Function;

/**
 * What a version of OCPP does in its own way.
 *
 * @param book which profiles it allows
 * @param sameStackLevelReplaces true when a profile takes the place of another one with its purpose
 *     and stack level on the same EVSE (1.6 section 3.13.2); else only its id counts
 * @param evseDefaultReplacesStationDefault true when a default profile of an EVSE takes the place
 *     of those of the whole station there (1.6 section 3.13.1); else all of them are in one stack
 * @param relativeStart from when a relative profile counts in a transaction
 */
public record CompositeRules(
    RuleBook book,
    boolean sameStackLevelReplaces,
    boolean evseDefaultReplacesStationDefault,
    Function<Transaction, Instant> relativeStart) {}
