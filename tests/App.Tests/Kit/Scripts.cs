namespace Workbench.App.Tests.Kit;

/// <summary>Scripts that tests run: the three that ship, and a few lines in the frame that every strategy has.</summary>
static class Scripts
{
    public static string SmaCross { get; } = Repository.Path("strategies/sma-cross.csx");

    /// <summary>A strategy with that body, as a file of the shell.</summary>
    public static string Of(Shell shell, string body, string name = "probe") => shell.Write(name + ".csx", $$"""
        public sealed class Probe : Strategy
        {
        {{body}}
        }
        """);
}
