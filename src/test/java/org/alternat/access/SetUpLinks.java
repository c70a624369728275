package org.alternat.access;

/** The link of the first organiser, made anew: the one of the start stands in a file that contexts share. */
public final class SetUpLinks {

    private SetUpLinks() {}

    public static String path(StaffInvitations invitations) {
        return invitations.offerFirst().getPath();
    }
}
