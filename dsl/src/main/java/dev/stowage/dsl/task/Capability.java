package dev.stowage.dsl.task;

/** A Linux capability that Docker gives a container unless it is taken away. */
public enum Capability {
    /** All of them. */
    ALL,
    /** Write to the audit log of the kernel. */
    AUDIT_WRITE,
    /** Give files to any user. */
    CHOWN,
    /** Overlook the permissions of files. */
    DAC_OVERRIDE,
    /** Overlook who owns a file. */
    FOWNER,
    /** Keep the set-user-ID bits of a file that is written to. */
    FSETID,
    /** Send signals to processes of other users. */
    KILL,
    /** Make special files. */
    MKNOD,
    /** Listen at ports below 1024. */
    NET_BIND_SERVICE,
    /** Open raw sockets, as {@code ping} does. */
    NET_RAW,
    /** Give capabilities to files. */
    SETFCAP,
    /** Act as any group. */
    SETGID,
    /** Pass capabilities on to other processes. */
    SETPCAP,
    /** Act as any user. */
    SETUID,
    /** Change the root folder of a process. */
    SYS_CHROOT
}
