using Workbench.Platform.DeadLetters;

namespace Workbench.App;

/// <summary>Where dead letters of all sessions lie.</summary>
static class LetterRoom
{
    /// <summary>The box.</summary>
    public static DeadLetterBox Open(Workspace workspace) => new(Path.Combine(workspace.Root, "data", "deadletters"), VaultRoom.Secrets, TimeProvider.System);

    /// <summary>Keeps a command that was given up. A box that cannot be written must not end the session that wanted to.</summary>
    public static void Keep(Workspace workspace, Terminal terminal, DeadCommand command, string why)
    {
        try
        {
            Open(workspace).Add(DeadCommand.LetterKind, command.Broker, why, command.ToJson());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or Model.WorkbenchException)
        {
            terminal.Warn($"{command} was given up ({VaultRoom.Secrets.Scrub(why)}), and its dead letter could not be kept: {error.Message}");
        }
    }
}
