using Workbench.Model;

namespace Workbench.App;

/// <summary>What can be wrong with the notebook page and what is asked of it: codes WB1200 to WB1219.</summary>
static class PageErrors
{
    public static WorkbenchException NothingToServe(string path) => new(
        "WB1200", ExitCode.NotFound, $"{path} is neither a folder nor a notebook.", "./run.sh notebook serve notebooks");

    public static WorkbenchException PortTaken(int port, Exception cause) => new(
        "WB1201", ExitCode.Usage, FormattableString.Invariant($"Port {port} cannot be listened on: {cause.Message}"), "./run.sh notebook serve, which takes any free port", cause);

    public static WorkbenchException NotServed(string path) => new(
        "WB1202", ExitCode.NotFound, $"'{path}' is no notebook of the served folder.", "the list of notebooks, at the page's root");

    public static WorkbenchException ChangedOnDisk(string path) => new(
        "WB1203", ExitCode.Data, $"{path} was changed by another program since this page read it.", "keep yours, or take the file's");

    public static WorkbenchException NameTaken(string path) => new(
        "WB1204", ExitCode.Usage, $"{path} exists already, and nothing is overwritten.", "another name");

    public static WorkbenchException NoKey() => new(
        "WB1205", ExitCode.Broker, "This page opens with the whole address that the program printed.", "copy it from the terminal that runs notebook serve");

    public static WorkbenchException Stranger(string what) => new(
        "WB1206", ExitCode.Broker, $"The request came from elsewhere ({what}), and only this page may ask.", "open the address that the program printed");

    public static WorkbenchException BadRequest(string why) => new(
        "WB1207", ExitCode.Usage, $"The page's request is not understood: {why}", "load the page again");

    public static WorkbenchException TooLarge(int most) => new(
        "WB1208", ExitCode.Usage, FormattableString.Invariant($"A request may be {most} bytes long at most."), "smaller cells");

    public static WorkbenchException TooManyOpen(int most) => new(
        "WB1209", ExitCode.Usage, FormattableString.Invariant($"{most} notebooks are open, each with a kernel of its own, and no more can be."), "close one in the list of notebooks");
}
