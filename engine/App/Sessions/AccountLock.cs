namespace Workbench.App;

/// <summary>One live runner for each account: a file that the system lets go of when the process ends, however it ends.</summary>
sealed class AccountLock : IDisposable
{
    readonly FileStream held;

    AccountLock(FileStream held) => this.held = held;

    /// <summary>Takes an account.</summary>
    /// <exception cref="Model.WorkbenchException">Somebody has it.</exception>
    public static AccountLock Take(Workspace workspace, string broker, string account)
    {
        var name = string.Concat($"{broker}-{account}".Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_'));
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Sessions, ".locks")).FullName;
        try
        {
            return new AccountLock(new FileStream(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw SessionErrors.AccountBusy(broker, account);
        }
    }

    public void Dispose() => held.Dispose();
}
