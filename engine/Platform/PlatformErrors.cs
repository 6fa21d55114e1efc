namespace Workbench.Platform;

/// <summary>What can be wrong with journals (WB51xx), keys, and dead letters (WB52xx), in words for people.</summary>
static class PlatformErrors
{
    public static WorkbenchException NoJournal(string folder) => new("WB5101", ExitCode.NotFound,
        $"There is no journal in {folder}.", "./run.sh status");

    public static WorkbenchException JournalBusy(string folder) => new("WB5102", ExitCode.Data,
        $"Another process writes the journal {folder}. Two sessions never share one.", "./run.sh status");

    public static WorkbenchException SegmentMissing(string file) => new("WB5103", ExitCode.Data,
        $"The journal is not whole: {file} is missing. It was not written past; nothing was changed.", "restore the file from a backup, or begin a new session");

    public static WorkbenchException SegmentSwapped(string file, int holds) => new("WB5104", ExitCode.Data,
        FormattableString.Invariant($"{file} holds segment {holds} of a journal, and not the one that its name says."), "give the files of the journal their own names again");

    public static WorkbenchException SegmentHeader(string file, string cause) => new("WB5105", ExitCode.Data,
        $"{file} is not a segment of a journal that can be read: {cause}.", "restore the file from a backup, or begin a new session");

    public static WorkbenchException RecordDamaged(string file, long offset, long record) => new("WB5106", ExitCode.Data,
        FormattableString.Invariant($"{file} is damaged at byte {offset}, record {record}: its checksum is wrong, and whole records follow. Nothing was cut."),
        "restore the file from a backup, or begin a new session");

    public static WorkbenchException ChainBroken(string file, long offset, long record, string cause) => new("WB5107", ExitCode.Data,
        FormattableString.Invariant($"The chain of the journal is broken in {file} at byte {offset}, record {record}: {cause}."),
        "restore the files from one backup, or begin a new session");

    public static WorkbenchException JournalCannotWrite(string folder, Exception? inner) => new("WB5108", ExitCode.Data,
        inner is null ? $"The journal {folder} can no longer be written: its disk failed." : $"The journal {folder} could not be written: {inner.Message}",
        "look after the disk, then start the session again: it goes on from its journal", inner);

    public static WorkbenchException CannotDrop(string file) => new("WB5109", ExitCode.Usage,
        $"{file} cannot be dropped: only the oldest segment of a journal can, and only when another follows.");

    public static WorkbenchException NoKeys(string venue, string name, IReadOnlyList<Vault.VaultEntry> known) => new("WB5201", ExitCode.Broker,
        $"There are no keys {venue}/{name} in the vault" + (known.Count == 0 ? "; it is empty." : $"; it has {string.Join(", ", known.Select(entry => $"{entry.Venue}/{entry.Name}"))}."),
        $"./run.sh broker add {venue} --name {name}");

    public static WorkbenchException VaultName(string word) => new("WB5202", ExitCode.Usage,
        $"'{word}' is no name for keys: small letters, digits and dashes, forty at most.");

    public static WorkbenchException NoSuchVault(string store, IReadOnlyList<string> known) => new("WB5203", ExitCode.Usage,
        $"There is no store of keys called {store}; there are {string.Join(", ", known)}.");

    public static WorkbenchException VaultUnusable(string store, string why) => new("WB5204", ExitCode.Broker,
        $"Keys cannot be kept in the {store} here: {why}.", "--store file");

    public static WorkbenchException VaultReadOnly(string variable) => new("WB5205", ExitCode.Usage,
        $"The environment can only be read: set or unset {variable} where the program is started.");

    public static WorkbenchException VaultOpenToOthers(string file) => new("WB5206", ExitCode.Broker,
        $"Others than its owner may open {file}, so it is not used.", $"chmod 600 {file}");

    public static WorkbenchException WrongPassphrase(string file) => new("WB5207", ExitCode.Broker,
        $"The passphrase does not open {file}.", "the same again with the right one");

    public static WorkbenchException VaultDamaged(string file, string cause) => new("WB5208", ExitCode.Broker,
        $"{file} is damaged: {cause}.", "restore it from a backup, or remove it and add the keys again");

    public static WorkbenchException VaultBusy(string file) => new("WB5209", ExitCode.Broker,
        $"Another process is changing {file}.", "the same again in a moment");

    public static WorkbenchException KeyringFailed(string cause) => new("WB5210", ExitCode.Broker,
        $"The keyring refused: {cause.Trim()}.", "--store file");

    public static WorkbenchException NoLetter(string id) => new("WB5221", ExitCode.NotFound,
        $"There is no dead letter {id}: it was taken, or it gave way to newer ones.", "./run.sh deadletters list");

    public static WorkbenchException LettersBusy(string folder) => new("WB5222", ExitCode.Data,
        $"Another process is changing {folder} and does not end.", "the same again in a moment");
}
