//! What is done behind the journal's back is found and named.

use suite::{World, both_databases};

both_databases! {
    async fn an_event_inserted_by_sql_is_refused_by_the_sequencer_and_named_by_doctor(world: World) {
        world.answered("正常的一件").await;
        world.sequence().await;
        let copy = "INSERT INTO journal_event (id, recorded_at, occurred_at, source, stream, version, kind, kind_version, actor, public, subject, private, seal, mac) \
            SELECT 'evt_00000000000000000000000000000000', recorded_at, occurred_at, source, stream, version + 1, kind, kind_version, actor, public, subject, private, seal, mac \
            FROM journal_event WHERE seq = (SELECT MAX(seq) FROM journal_event)";
        world.sql(copy).await;
        world.sql("INSERT INTO journal_pending (seq) SELECT MAX(seq) FROM journal_event").await;
        let seq = world.scalar("SELECT MAX(seq) FROM journal_event").await;
        let size = world.scalar("SELECT size FROM log_head").await;
        let run = world.sequence().await;
        assert_eq!((run.taken, run.refused), (0, 1));
        assert_eq!(world.scalar("SELECT size FROM log_head").await, size);
        let found = world.doctor().await;
        assert!(found.iter().any(|line| line.starts_with(&format!("journal_event {seq}:"))), "{found:?}");
        world.answered("后来的一件").await;
        assert_eq!(world.sequence().await.refused, 0, "honest events go on");
    }

    async fn changed_rows_are_named(world: World) {
        let case = world.answered("原来的话").await;
        world.sequence().await;
        assert_eq!(world.doctor().await, Vec::<String>::new());
        let tampering = [
            ("UPDATE case_record SET state = 'Closed', closed_at = 1", "UPDATE case_record SET state = 'FeedbackPending', closed_at = NULL", "case_record"),
            ("UPDATE case_record SET dispatches = dispatches + 1", "UPDATE case_record SET dispatches = dispatches - 1", "case_record"),
            // What is kept for finding only: no fold reads it, and a light that never turns red is found by nobody.
            ("UPDATE case_record SET red_at = 1", "UPDATE case_record SET red_at = NULL", "case_record"),
            ("UPDATE case_record SET final_late = TRUE", "UPDATE case_record SET final_late = FALSE", "case_record"),
            ("UPDATE case_record SET waits_supervisor = TRUE", "UPDATE case_record SET waits_supervisor = FALSE", "case_record"),
            ("UPDATE case_private SET text = 'changed'", "UPDATE case_private SET text = '原来的话'", "case_record"),
            ("UPDATE journal_event SET actor = 'resident' WHERE kind = 'case.answered'", "", "journal_event"),
        ];
        for (change, mend, table) in tampering {
            world.sql(change).await;
            let found = world.doctor().await;
            assert!(found.iter().any(|line| line.starts_with(table)), "{change}: {found:?}");
            if !mend.is_empty() {
                world.sql(mend).await;
                assert_eq!(world.doctor().await, Vec::<String>::new(), "{mend}");
            }
        }
        let _ = case;
    }

    async fn a_right_that_was_written_by_sql_is_named(world: World) {
        // Somebody had a role and lost it; her password is her own.
        world.person("tan.someone", "谭某", identity::Role::Handler, "unit:housing").await;
        assert_eq!(world.doctor().await, Vec::<String>::new());
        let of = |login: &str| format!("(SELECT id FROM identity_account WHERE login = '{login}')");
        let (one, admin) = (of("tan.someone"), of("he.admin"));
        let roles = format!("DELETE FROM identity_grant WHERE account = {one} AND role = 'admin'");
        let own = world.text("SELECT password_hash FROM identity_account WHERE login = 'he.admin'").await;
        let tampering = [
            (format!("INSERT INTO identity_grant (account, role, scope_kind, scope_ref, from_at) VALUES ({one}, 'admin', 'county', '', 1)"), roles, "identity_grant"),
            (
                format!("UPDATE identity_account SET password_hash = (SELECT password_hash FROM identity_account WHERE id = {one}) WHERE id = {admin}"),
                format!("UPDATE identity_account SET password_hash = '{own}' WHERE id = {admin}"),
                "identity_account",
            ),
            (format!("UPDATE identity_account SET closed_at = 1 WHERE id = {admin}"), format!("UPDATE identity_account SET closed_at = NULL WHERE id = {admin}"), "identity_account"),
            (format!("UPDATE identity_account SET login = 'tan.other' WHERE id = {one}"), "UPDATE identity_account SET login = 'tan.someone' WHERE login = 'tan.other'".to_owned(), "identity_account"),
            (format!("UPDATE identity_grant SET until_at = 1 WHERE account = {one}"), format!("UPDATE identity_grant SET until_at = NULL WHERE account = {one}"), "identity_grant"),
            (format!("UPDATE identity_grant SET scope_ref = 'health' WHERE account = {one}"), format!("UPDATE identity_grant SET scope_ref = 'housing' WHERE account = {one}"), "identity_grant"),
            (format!("DELETE FROM identity_grant WHERE account = {one}"), String::new(), "identity_grant"),
        ];
        for (change, mend, table) in tampering {
            world.sql(&change).await;
            let found = world.doctor().await;
            assert!(found.iter().any(|line| line.starts_with(table)), "{change}: {found:?}");
            if !mend.is_empty() {
                world.sql(&mend).await;
                assert_eq!(world.doctor().await, Vec::<String>::new(), "{mend}");
            }
        }
    }

    async fn a_site_from_before_gets_its_new_columns_filled(world: World) {
        world.answered("原来的话").await;
        for index in ["case_record_terms", "case_record_sent_back"] {
            world.sql(&format!("DROP INDEX {index}")).await;
        }
        for column in ["final_late", "final_ran", "final_stopped", "sent_back_unit", "sent_back_at"] {
            world.sql(&format!("ALTER TABLE case_record DROP COLUMN {column}")).await;
        }
        world.sql("DELETE FROM seaql_migrations WHERE version = 'm20261128_000022_cases_answered'").await;
        lianxin::migrate(&world.app.db).await.unwrap();
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record WHERE final_ran IS NOT NULL").await, 1);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn a_deleted_event_and_a_moved_position_are_named(world: World) {
        world.answered("一件").await;
        world.sequence().await;
        world.sql("UPDATE journal_log SET position = 100000 WHERE position = 3").await;
        assert!(world.doctor().await.iter().any(|line| line.starts_with("journal_log")));
        world.sql("UPDATE journal_log SET position = 3 WHERE position = 100000").await;
        assert_eq!(world.doctor().await, Vec::<String>::new());
        world.sql("DELETE FROM journal_event WHERE kind = 'case.contacted'").await;
        let found = world.doctor().await;
        assert!(found.iter().any(|line| line.contains("jumps from version")), "{found:?}");
    }

    async fn positions_are_consecutive_and_every_event_has_one(world: World) {
        for n in 0..5 {
            world.answered(&format!("第{n}件")).await;
        }
        world.sequence().await;
        let (events, positions) =
            (world.scalar("SELECT COUNT(*) FROM journal_event").await, world.scalar("SELECT COUNT(*) FROM journal_log").await);
        assert_eq!(events, positions);
        assert_eq!(world.scalar("SELECT MAX(position) + 1 FROM journal_log").await, positions);
        assert_eq!(world.scalar("SELECT COUNT(*) FROM journal_pending").await, 0);
        let (journal, db) = (world.app.journal.clone(), world.app.db.clone());
        let read = db.read(move |tx| async move { journal.read_after(&tx, 9, 5).await }).await.unwrap();
        assert_eq!(read.iter().map(|(position, _)| *position).collect::<Vec<_>>(), [10, 11, 12, 13, 14]);
    }
}
