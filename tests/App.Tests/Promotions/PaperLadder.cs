using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Promotions;

/// <summary>A ladder with a script at paper as p1 and a session over the lake under it, made once and copied for each test.</summary>
public sealed class PaperLadder(Lab lab) : IDisposable
{
    Ladder? made;

    /// <summary>A copy that a test may do anything to.</summary>
    internal Ladder Copy()
    {
        made ??= Make();
        var shell = lab.Fresh();
        foreach (var file in Directory.EnumerateFiles(made.Workspace.Root, "*", SearchOption.AllDirectories).Where(file => !file.Contains("/.build/", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(shell.Path("home"), Path.GetRelativePath(made.Workspace.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new Ladder(shell);
    }

    public void Dispose() => made?.Dispose();

    Ladder Make()
    {
        var ladder = new Ladder(lab.FreshWithData());
        var result = ladder.Paper(ladder.Run(ladder.WithConfig(ladder.Request(Ladder.Morning, "fast=5"), Ladder.Limits)));
        Assert.True(result.IsPromoted, string.Join('\n', result.Gates));
        ladder.Shell.Run("paper", "--promotion", "p1").Good();
        return ladder;
    }
}
