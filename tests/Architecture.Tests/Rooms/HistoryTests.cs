namespace Workbench.Architecture.Tests;

/// <summary>What the log of the project looks like to the one who reads it.</summary>
public sealed class HistoryTests
{
    [Fact]
    public void Subjects_of_commits_fit_in_sixty_characters()
    {
        // An unpacked archive has no history to be judged by.
        var subjects = Checkout.HasHistory ? Checkout.Run("git", "-c", "safe.directory=*", "log", "-50", "--format=%s").Split('\n') : [];

        Assert.DoesNotContain(subjects, subject => subject.Length > 60);
    }
}
