namespace Workbench.App.Tests.Sessions;

/// <summary>Journals have a bound, and what did not end is never thrown away for it.</summary>
public class SessionFolderTests
{
    [Fact]
    public void The_oldest_that_have_ended_go_first_and_what_did_not_end_stays()
    {
        using var folder = new TempFolder();
        var workspace = Workspace.At(folder.Path);
        foreach (var (name, isEnded) in ((string, bool)[])[("20260101-a", true), ("20260102-b", false), ("20260103-c", true), ("20260104-d", true)])
        {
            var journal = Directory.CreateDirectory(Path.Combine(workspace.Sessions, name, "journal")).FullName;
            File.WriteAllBytes(Path.Combine(journal, "00000001.journal"), new byte[1_000]);
            if (isEnded)
            {
                File.WriteAllText(Path.Combine(workspace.Sessions, name, "ended"), "");
            }
        }

        Assert.Equal(["20260101-a", "20260103-c"], SessionFolder.Retain(workspace, 2_500));
        Assert.Equal(["20260104-d", "20260102-b"], SessionFolder.All(workspace).Select(session => session.Id));
        Assert.Empty(SessionFolder.Retain(workspace, 2_500));
        Assert.Equal(["20260104-d"], SessionFolder.Retain(workspace, 0));
    }

    [Fact]
    public void A_session_is_found_by_the_beginning_of_its_name()
    {
        using var folder = new TempFolder();
        var workspace = Workspace.At(folder.Path);
        foreach (var name in (string[])["20260101-a", "20260101-b", "20260102-c"])
        {
            Directory.CreateDirectory(Path.Combine(workspace.Sessions, name, "journal"));
        }

        Assert.Equal("20260102-c", SessionFolder.Find(workspace, "latest").Id);
        Assert.Equal("20260101-b", SessionFolder.Find(workspace, "20260101-b").Id);
        Assert.Equal("WB1102", Assert.Throws<WorkbenchException>(() => SessionFolder.Find(workspace, "20260101")).Code);
        Assert.Equal("WB1101", Assert.Throws<WorkbenchException>(() => SessionFolder.Find(workspace, "2027")).Code);
    }
}
