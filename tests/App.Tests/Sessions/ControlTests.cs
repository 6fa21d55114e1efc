using System.Text.Json;

namespace Workbench.App.Tests.Sessions;

/// <summary>Who may speak to a running session, and how.</summary>
public class ControlTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void Whoever_can_read_the_token_is_answered()
    {
        using var folder = new TempFolder();
        var session = new SessionFolder(folder.Path);
        using var server = new ControlServer(session, request => JsonSerializer.Serialize(new { verb = request.Verb, why = request.Text }));
        using var answer = ControlClient.Ask(session, "pause", "lunch", Patience);
        Assert.Equal(("pause", "lunch"), (answer.RootElement.GetProperty("verb").GetString(), answer.RootElement.GetProperty("why").GetString()));
    }

    [Fact]
    public void A_wrong_token_is_refused_and_nothing_is_done()
    {
        using var folder = new TempFolder();
        var session = new SessionFolder(folder.Path);
        var asked = 0;
        using var server = new ControlServer(session, _ => $"{{\"asked\":{++asked}}}");
        File.WriteAllText(session.Token, new string('0', 64));
        Assert.Equal("WB1104", Assert.Throws<WorkbenchException>(() => ControlClient.Ask(session, "kill", "", Patience)).Code);
        Assert.Equal(0, asked);
    }

    [Fact]
    public void Token_and_socket_are_their_owner_s_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TempFolder();
        var session = new SessionFolder(folder.Path);
        using var server = new ControlServer(session, _ => "{}");
        foreach (var file in (string[])[session.Token, session.Socket])
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void A_session_that_is_gone_does_not_answer()
    {
        using var folder = new TempFolder();
        Assert.Equal("WB1103", Assert.Throws<WorkbenchException>(() => ControlClient.Ask(new SessionFolder(folder.Path), "status", "", Patience)).Code);
    }
}
