namespace Workbench.Research.Validation;

/// <summary>What can be wrong with a validation that was asked for, each with its code and the next command.</summary>
public static class ValidationErrors
{
    public static WorkbenchException TooFewRows(string design, int rows, int needed) => new(
        "WB4150", ExitCode.Usage, FormattableString.Invariant($"A {design} needs at least {needed} periods of returns, and the data have {rows}."), "the same with more data, fewer folds or shorter windows");

    public static WorkbenchException BadGroups(int groups, int test) => new(
        "WB4151", ExitCode.Usage, FormattableString.Invariant($"{groups} groups of which {test} are tested are no cross-validation: at least one group has to be trained on, one tested, and 5,000 splits are the most."), "--groups 6 --test-groups 2");

    public static WorkbenchException NothingToTrain(string split) => new(
        "WB4152", ExitCode.Usage, $"Nothing is left to train on for {split}: purge and embargo take all of it. Trades are held longer than the windows last.", "the same with longer windows, or --purge none to see what is left out by it");

    public static WorkbenchException UnknownKind(string name, IEnumerable<string> known) => new(
        "WB4153", ExitCode.Usage, $"'{name}' is no kind of adversarial tape; known are {string.Join(", ", known)}.", "./run.sh stress FILE.csx --data EURUSD:ticks --kinds flash-crash");

    public static WorkbenchException NotForTapes(DataKind kind) => new(
        "WB4154", ExitCode.Usage, $"Nothing adversarial is made of a tape of {kind}: ticks, trades and bars can be changed.", "the same over ticks");

    public static WorkbenchException TooShortToStress(string symbol) => new(
        "WB4155", ExitCode.Data, $"The tape of {symbol} is too short to put anything on it: at least 200 events are needed.", "the same with an earlier --from or a later --to");

    public static WorkbenchException BadWindow(string what, string why) => new(
        "WB4156", ExitCode.Usage, $"{what}: {why}", "./run.sh walkforward --help");
}
